-- The log as everybody may read it: the newest published checkpoint with its cosignatures, the tiles, and the leaves'
-- commitments, which say nothing without their salts. What was placed and is not published yet stays with us.
create view "published_checkpoint" as
  select c.size, c.note || coalesce(
      (select string_agg(s.line, '' order by s.witness) from log_cosignature s where s.size = c.size), '') as note
    from log_checkpoint c where c.published_at is not null order by c.size desc limit 1;
create view "published_tile" as select level, index, hashes from log_tile;
create view "published_leaf" as select index, commitment from log_leaf;
grant select on "published_checkpoint", "published_tile", "published_leaf" to twogate_publisher;
