-- Backtests that were asked for. request is the message as it came; runner is who works at it and seen_at when it last
-- said so: a job whose runner has been silent for a while is taken up by another one.
create table jobs (
    id           uuid primary key,
    seq          bigint generated always as identity,
    account_id   text not null,
    request      text not null,
    state        text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    cancel_asked boolean not null default false,
    attempts     int not null default 0,
    revision     bigint not null default 1,
    runner       text not null default '',
    seen_at      timestamptz not null
);
create index jobs_unfinished on jobs (seq) where state in ('QUEUED', 'RUNNING');

create table reports (
    job_id  uuid not null references jobs on delete cascade,
    name    text not null check (name in ('report.html', 'report.json', 'report.csv')),
    content bytea not null,
    primary key (job_id, name)
);
