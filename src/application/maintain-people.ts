import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Role } from "./actor";
import type { AddedMember, Directory, MemberRecord } from "./directory";
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
    await tx.people.lock();
    const detail = { roles: person.roles.join(",") };
    const added = await ports.directory.add({ by: actor, action: "person_added", detail }, person);
    return added ? ok(added) : err({ kind: "invalid_input", pointer: "/email", fault: "address_in_use" });
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
    await tx.people.lock();
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    const left = roles.includes("admin") ? ok(undefined) : await anotherAdmin(ports, actor, userId);
    if (!left.ok) return left;
    const detail = { before: member.value.roles.join(","), after: roles.join(",") };
    await ports.directory.changeRoles({ by: actor, action: "person_roles_changed", detail }, userId, roles);
    return ok(undefined);
  });
}

/** Takes a person out of the organisation; they are signed out everywhere at once, and the keys they made end. */
export function removeMember(ports: Ports, actor: Actor, userId: string): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_people");
    if (!allowed.ok) return allowed;
    await tx.people.lock();
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    const left = await anotherAdmin(ports, actor, userId);
    if (!left.ok) return left;
    await ports.directory.remove({ by: actor, action: "person_removed", detail: {} }, userId);
    return ok(undefined);
  });
}

/**
 * A fresh link to choose a password, for who lost theirs; earlier links end. The old password holds until the new one
 * is chosen. Whoever holds the link could act as the person, so the two no longer count as two persons.
 */
export function renewPasswordLink(ports: Ports, actor: Actor, userId: string): Promise<Result<string, Failure>> {
  return ports.inTransaction<string, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_people");
    if (!allowed.ok) return allowed;
    await tx.people.lock();
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    return ok(await ports.directory.renewToken({ by: actor, action: "person_link_made", detail: {} }, userId));
  });
}

/** Signs a member out everywhere. */
export function endMemberSessions(ports: Ports, actor: Actor, userId: string): Promise<Result<number, Failure>> {
  return ports.inTransaction<number, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_people");
    if (!allowed.ok) return allowed;
    await tx.people.lock();
    const member = await memberOf(ports, actor, userId);
    if (!member.ok) return member;
    return ok(await ports.directory.endSessions({ by: actor, action: "person_signed_out", detail: {} }, userId));
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
