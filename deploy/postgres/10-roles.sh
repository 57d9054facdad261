#!/bin/bash
# Run once by the PostgreSQL image: a role and a schema of its own for each service, and no way into another's.
set -euo pipefail
for role in market signal risk executor position notification backtest gateway; do
  variable="DB_PASSWORD_${role^^}"
  psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set=role="$role" --set=password="${!variable:?$variable is not set}" <<'SQL'
create role :"role" login password :'password';
create schema :"role" authorization :"role";
alter role :"role" set search_path = :"role";
SQL
done
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
revoke create on schema public from public;
SQL
