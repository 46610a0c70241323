-- Admins of authorities are told of what must not happen to the log, and of witnesses that do not answer.
alter table "notice" drop constraint "notice_kind";
alter table "notice" add constraint "notice_kind" check ("kind" in (
  'declaration_refused', 'documents_requested', 'papers_missing', 'held_for_review', 'inspection_ordered',
  'gate_one_released', 'both_gates_released', 'message_failed', 'message_unanswered', 'answer_quarantined',
  'permit_expiring', 'guarantee_short', 'return_ending', 'case_waiting', 'question_answered', 'alert_raised',
  'authorisation_expiring', 'job_dead', 'log_incident'));

-- What is over by itself, such as the silence of a witness, closes itself.
grant update ("resolved_at", "resolved_by", "resolution") on "log_incident" to twogate_log;
