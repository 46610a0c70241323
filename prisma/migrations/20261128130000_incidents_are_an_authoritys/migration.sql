-- The log is one for the installation, and its incidents stop it: an authority closes them, or what keeps the log.
create function authority_closes() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'twogate_app' and not coalesce(is_authority(app_organisation()), false) then
    raise exception 'an authority closes incidents of the log' using errcode = '42501';
  end if;
  if old.resolved_at is not null then
    raise exception 'incident % was closed', old.id using errcode = '23001';
  end if;
  return new;
end
$$;
create trigger authority_closes before update on "log_incident" for each row execute function authority_closes();
