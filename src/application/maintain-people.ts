import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Role } from "./actor";
import type { Directory, MemberRecord } from "./directory";
import { found } from "./load";
import type { UnitOfWork } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly directory: Directory;
}

interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** A member who was added, and the token with which they choose a password; it is shown this once. */
interface AddedMember {
  readonly member: MemberRecord;
  readonly token: string;
}

/** The people of the actor's organisation. */
export function listPeople(ports: Ports, actor: Actor): Promise<Result<readonly MemberRecord[], Failure>> {
  return ports.inTransaction<readonly MemberRecord[], Failure>(actor, async () => {
    const allowed = authorise(actor, "see_people");
    return allowed.ok ? ok(await ports.directory.members(actor.organisationId)) : allowed;
  });
}

/** Adds a person, who chooses a password by a link; there is no other way in, and nobody signs up by themselves. */
export function addMember(ports: Ports, actor: Actor, person: NewMember): Promise<Result<AddedMember, Failure>> {
  return ports.inTransaction<AddedMember, Failure>(actor, async (tx) => {
    const allowed = mayGive(actor, person.roles);
    if (!allowed.ok) return allowed;
    const member = await ports.directory.add(actor.organisationId, person);
    if (!member) return err({ kind: "invalid_input", pointer: "/email", fault: "address_in_use" });
    await tx.audit.add("person_added", "person", member.userId, { roles: person.roles.join(",") });
    return ok({ member, token: await ports.directory.newPasswordToken(member.userId) });
  });
}

/** Gives a member other roles. The last admin stays one, or nobody could let anybody in again. */
export function changeRoles(
  ports: Ports,
  actor: Actor,
  userId: string,
  roles: readonly Role[],
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = mayGive(actor, roles);
    if (!allowed.ok) return allowed;
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    const left = roles.includes("admin") ? ok(undefined) : await anotherAdmin(ports, actor, userId);
    if (!left.ok) return left;
    await ports.directory.changeRoles(actor.organisationId, userId, roles);
    await tx.audit.add("person_roles_changed", "person", userId, {
      before: member.value.roles.join(","),
      after: roles.join(","),
    });
    return ok(undefined);
  });
}

/** Takes a person out of the organisation; they are signed out everywhere at once. */
export function removeMember(ports: Ports, actor: Actor, userId: string): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_people");
    if (!allowed.ok) return allowed;
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    const left = await anotherAdmin(ports, actor, userId);
    if (!left.ok) return left;
    await ports.directory.remove(actor.organisationId, userId);
    await tx.audit.add("person_removed", "person", userId, {});
    return ok(undefined);
  });
}

/** A fresh link to choose a password, for who lost theirs. The old password holds until the new one is chosen. */
export function renewPasswordLink(ports: Ports, actor: Actor, userId: string): Promise<Result<string, Failure>> {
  return ports.inTransaction<string, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_people");
    if (!allowed.ok) return allowed;
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    await tx.audit.add("person_link_made", "person", userId, {});
    return ok(await ports.directory.newPasswordToken(userId));
  });
}

/** Signs a member out everywhere. */
export function endMemberSessions(ports: Ports, actor: Actor, userId: string): Promise<Result<number, Failure>> {
  return ports.inTransaction<number, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_people");
    if (!allowed.ok) return allowed;
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    await tx.audit.add("person_signed_out", "person", userId, {});
    return ok(await ports.directory.endSessions(userId));
  });
}

/** Whether the actor may give these roles in their organisation: brokers declare, and only in a broker's house. */
function mayGive(actor: Actor, roles: readonly Role[]): Result<void, Failure> {
  const allowed = authorise(actor, "maintain_people");
  if (!allowed.ok) return allowed;
  const isAuthority = actor.kind !== "system" && actor.organisationKind === "authority";
  return isAuthority && roles.includes("broker")
    ? err({ kind: "invalid_input", pointer: "/roles", fault: "authority_has_no_brokers" })
    : ok(undefined);
}

async function memberOf(ports: Ports, actor: Actor, userId: string): Promise<Result<MemberRecord, Failure>> {
  const members = await ports.directory.members(actor.organisationId);
  return found(members.find((member) => member.userId === userId) ?? null, "person");
}

async function anotherAdmin(ports: Ports, actor: Actor, userId: string): Promise<Result<void, Failure>> {
  const members = await ports.directory.members(actor.organisationId);
  const isLeft = members.some((member) => member.userId !== userId && member.roles.includes("admin"));
  return isLeft ? ok(undefined) : err({ kind: "last_admin" });
}
