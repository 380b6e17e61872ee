-- What a search of the log looks through: the words of a decision, each hidden with a key, behind the name of the key. Empty in rows of the version
-- before, which are found the old way until their words are written down in the background.
alter table conversations add column words text not null default '';

-- A search is one walk over an index that holds all that it looks at, the newest change first.
create index conversations_words on conversations
    (channel, workspace, updated_at, room, log_status, owner_id, review_on, decided_at, id, words);

create index conversations_unworded on conversations (updated_at) where words = '';
