import { z } from "@hono/zod-openapi";
import {
  addMember,
  changeRoles,
  endMemberSessions,
  listPeople,
  removeMember,
  renewPasswordLink,
} from "@/application/maintain-people";
import { toMemberView, toSessionView } from "@/application/member-view";
import { endOwnSession, listOwnSessions } from "@/application/own-sessions";
import { memberView, newMember, passwordLink, sessionView } from "@/contracts/views/people";
import { answer, type Routes } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["People"];

const list = operation({
  method: "get",
  path: "/people",
  summary: "The people of the organisation",
  tags,
  answer: z.object({ rows: z.array(memberView) }),
});
const add = operation({
  method: "post",
  path: "/people",
  summary: "Add a person; the path to choose a password is shown this once",
  tags,
  body: newMember,
  answer: passwordLink.extend({ member: memberView }),
});
const change = operation({
  method: "patch",
  path: "/people/{id}",
  summary: "Change a person's roles; the API keys of who is no admin any more are revoked",
  tags,
  params: idParameter,
  body: newMember.pick({ roles: true }),
  answer: z.null(),
});
const remove = operation({
  method: "delete",
  path: "/people/{id}",
  summary: "Take a person out of the organisation, sign them out everywhere and revoke the API keys that they made",
  tags,
  params: idParameter,
  answer: z.null(),
});
const link = operation({
  method: "post",
  path: "/people/{id}/password-link",
  summary: "A fresh path to choose a password, good for a day",
  tags,
  params: idParameter,
  answer: passwordLink,
});
const signOut = operation({
  method: "delete",
  path: "/people/{id}/sessions",
  summary: "Sign a person out everywhere",
  tags,
  params: idParameter,
  answer: z.object({ ended: z.number().int() }),
});
const sessions = operation({
  method: "get",
  path: "/me/sessions",
  summary: "Where I am signed in",
  tags,
  answer: z.object({ rows: z.array(sessionView) }),
});
const endSession = operation({
  method: "delete",
  path: "/me/sessions/{id}",
  summary: "Sign me out of one browser",
  tags,
  params: idParameter,
  answer: z.null(),
});

export const peopleRoutes: Routes = (api, { inTransaction, directory, signIn }) => {
  const ports = { inTransaction, directory };
  serve(api, list, async (context) =>
    answer(context, await listPeople(ports, context.get("actor")), (members) => ({ rows: members.map(toMemberView) })),
  );
  serve(api, add, async (context, input) =>
    answer(context, await addMember(ports, context.get("actor"), input.body), ({ member, token }) => ({
      member: toMemberView(member),
      path: pathWith(token),
    })),
  );
  serve(api, change, async (context, input) =>
    answer(context, await changeRoles(ports, context.get("actor"), input.params.id, input.body.roles)),
  );
  serve(api, remove, async (context, input) =>
    answer(context, await removeMember(ports, context.get("actor"), input.params.id)),
  );
  serve(api, link, async (context, input) =>
    answer(context, await renewPasswordLink(ports, context.get("actor"), input.params.id), (token) => ({
      path: pathWith(token),
    })),
  );
  serve(api, signOut, async (context, input) =>
    answer(context, await endMemberSessions(ports, context.get("actor"), input.params.id), (ended) => ({ ended })),
  );
  serve(api, sessions, async (context) => {
    const current = await signIn.sessionIdOf(context.req.raw.headers);
    return answer(context, await listOwnSessions(directory, context.get("actor")), (rows) => ({
      rows: rows.map((row) => toSessionView(row, current)),
    }));
  });
  serve(api, endSession, async (context, input) =>
    answer(context, await endOwnSession(directory, context.get("actor"), input.params.id)),
  );
};

function pathWith(token: string): string {
  return `/choose-password#${token}`;
}
