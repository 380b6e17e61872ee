-- The consultations of a room, newest change first, are one look however many others there are.
create index conversations_by_room on conversations (channel, workspace, room, updated_at);
