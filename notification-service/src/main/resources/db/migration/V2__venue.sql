-- Where orders go, as the executor last said it; one row at most.
create table venue (
    only_one boolean primary key default true check (only_one),
    name     text not null
);
