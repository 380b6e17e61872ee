-- What is said once, whatever restarts or replicas there are: the key is taken in the transaction that keeps the post.
create table announcements (
    announcement text not null primary key,
    said_at bigint not null
);
