-- Whether the role in the variable name is as role.sql makes it.
SELECT count(*) = 1
FROM pg_authid r
WHERE rolname = :'name' AND rolcanlogin AND rolinherit AND rolpassword IS NULL AND rolconnlimit = 5
  AND NOT (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
  AND ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid) = ARRAY['pg_monitor'];
