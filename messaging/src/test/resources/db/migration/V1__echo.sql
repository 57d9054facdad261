create table echo (
    id      bigint generated always as identity primary key,
    message text not null
);
