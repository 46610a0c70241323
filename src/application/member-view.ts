import type { MemberView, SessionView } from "@/contracts/views/people";
import type { MemberRecord, SessionRecord } from "./directory";

/** A member as screens and API show them. */
export function toMemberView({ lastSeenAt, roles, ...member }: MemberRecord): MemberView {
  return { ...member, roles: [...roles], lastSeenAt: lastSeenAt?.toISOString() ?? null };
}

/** A session as screens and API show it; `current` is the id of the one in which it is looked at. */
export function toSessionView(session: SessionRecord, current: string | null): SessionView {
  return {
    ...session,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    isCurrent: session.id === current,
  };
}
