import type { Role } from "./actor";

/** A person of an organisation, with what they may do there. */
export interface MemberRecord {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Whether they ever chose a password; until then their link is open. */
  readonly hasPassword: boolean;
  readonly lastSeenAt: Date | null;
}

/** One signed-in browser of a person. */
export interface SessionRecord {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
}

/** The people of organisations and their sessions, kept by sign-in. */
export interface Directory {
  members(organisationId: string): Promise<readonly MemberRecord[]>;
  /** Makes the person and their membership; null when somebody has the address already. */
  add(
    organisationId: string,
    person: { readonly name: string; readonly email: string; readonly roles: readonly Role[] },
  ): Promise<MemberRecord | null>;
  changeRoles(organisationId: string, userId: string, roles: readonly Role[]): Promise<void>;
  /** Ends the membership and every session. What the person did keeps their name. */
  remove(organisationId: string, userId: string): Promise<void>;
  /** A token, good once and for a day, with which the person chooses a password. */
  newPasswordToken(userId: string): Promise<string>;
  sessions(userId: string): Promise<readonly SessionRecord[]>;
  /** False when the person has no such session. */
  endSession(userId: string, sessionId: string): Promise<boolean>;
  /** Ends every session of the person; how many there were. */
  endSessions(userId: string): Promise<number>;
}
