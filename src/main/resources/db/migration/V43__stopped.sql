-- What was stopped before there was an answer is open no more.
update conversations set log_status = 'stopped' where state = 'stopped' and log_status = 'open';
