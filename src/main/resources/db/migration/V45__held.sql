-- Posts for rooms that take none for now are few, and looked for every minute.
create index posts_held on posts (id) where state = 'dropped' and aside = 2;
