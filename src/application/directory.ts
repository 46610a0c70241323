import type { Actor, Role } from "./actor";

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

/** Who changes something about a person of their organisation, and how the audit tells it. */
export interface PersonAct {
  readonly by: Actor;
  readonly action: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** A member who was added, and the token with which they choose a password; it is shown this once. */
export interface AddedMember {
  readonly member: MemberRecord;
  readonly token: string;
}

/**
 * The people of organisations and their sessions, kept by sign-in. What an act changes and its entry in the audit are
 * one transaction: neither is there without the other.
 */
export interface Directory {
  members(organisationId: string): Promise<readonly MemberRecord[]>;
  /**
   * Makes the person, their membership and a token; null when a member of any organisation has the address already.
   * Who was removed comes back as the same person, with neither the password nor the sessions from before.
   */
  add(
    act: PersonAct,
    person: { readonly name: string; readonly email: string; readonly roles: readonly Role[] },
  ): Promise<AddedMember | null>;
  /** Who is no admin any more keeps no API key that they made. */
  changeRoles(act: PersonAct, userId: string, roles: readonly Role[]): Promise<void>;
  /** Ends the membership, every session, every link and every API key that they made. What the person did keeps their name. */
  remove(act: PersonAct, userId: string): Promise<void>;
  /** A token, good once and for a day, with which the person chooses a password. The ones before it end. */
  renewToken(act: PersonAct, userId: string): Promise<string>;
  /** Ends every session of the person; how many there were. */
  endSessions(act: PersonAct, userId: string): Promise<number>;
  sessions(userId: string): Promise<readonly SessionRecord[]>;
  /** False when the person has no such session. */
  endSession(userId: string, sessionId: string): Promise<boolean>;
}
