-- What was acted on and looked at again is found under both, for which its row is written down once more, as for the search.
update conversations set words = '' where log_status = 'acted-on';
