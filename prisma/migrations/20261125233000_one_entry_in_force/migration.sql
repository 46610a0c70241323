-- One entry of a holder's code is in force: what is approved replaces what was.
create unique index one_in_force on "aeo_authorisation" (organisation_id, aeo_code) where state = 'active';
