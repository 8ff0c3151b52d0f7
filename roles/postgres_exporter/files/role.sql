-- The role in the variable name reads statistics and may do nothing else, however it was before.
\set ON_ERROR_STOP on
BEGIN;
SELECT format('CREATE ROLE %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
-- Were it to hold on to connections, others would still find some.
ALTER ROLE :"name" LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 5 PASSWORD NULL;
SELECT format('REVOKE %s FROM %I', roleid::regrole, :'name')
FROM pg_auth_members WHERE member = :'name'::regrole AND roleid <> 'pg_monitor'::regrole \gexec
GRANT pg_monitor TO :"name";
COMMIT;
