-- A look at the clocks that was given up is told to admins like other work: nothing that ends is told of without it.
drop trigger notice_of_dead_job on "outbox_message";
create trigger notice_of_dead_job after update of dead_at on "outbox_message" for each row
  when (old.dead_at is null and new.dead_at is not null and new.name not in ('notice.tell', 'notification.mail', 'webhook.deliver'))
  execute function notice_of_dead_job();
