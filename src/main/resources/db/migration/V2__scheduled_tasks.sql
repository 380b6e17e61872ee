-- The table that db-scheduler works with; its columns are the library's.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data ${bytes},
    execution_time ${moment},
    picked ${flag},
    picked_by varchar(50),
    last_success ${moment},
    last_failure ${moment},
    consecutive_failures integer,
    last_heartbeat ${moment},
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);

create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
