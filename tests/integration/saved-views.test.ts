import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { beginWithView, changeView, MOST_VIEWS, removeView, saveView } from "@/application/keep-views";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let colleague: Actor;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  colleague = { ...house.broker, id: v7() };
});
afterAll(() => house.close());

const RED = { list: "orders", name: "Mismatches", query: { state: "mismatched" }, columns: ["order"] } as const;
const save = (given: Partial<Parameters<typeof saveView>[2]> = {}, actor: Actor = house.broker) =>
  saveView(house, actor, { ...RED, isShared: false, ...given });
const seen = async (actor: Actor) => must(await house.queries.listSavedViews(actor, "orders"));
const namesOf = async (actor: Actor) => (await seen(actor)).map(({ name }) => name);
const faultOf = async (act: Promise<{ ok: boolean; error?: unknown }>) => {
  const { ok, error } = await act;
  return ok ? "done" : ((error as { fault?: string; kind: string }).fault ?? (error as { kind: string }).kind);
};

describe("a saved view", () => {
  it("is its person's own until it is shared, and then everybody's of the organisation and nobody else's", async () => {
    const { id } = must(await save());
    expect(await namesOf(house.broker)).toEqual(["Mismatches"]);
    expect(await namesOf(colleague)).toEqual([]);
    must(await changeView(house, house.broker, { viewId: id, isShared: true }));
    expect(await seen(colleague)).toMatchObject([
      { name: "Mismatches", isOwn: false, isShared: true, query: RED.query },
    ]);
    expect(await namesOf(house.otherBroker)).toEqual([]);
  });

  it("is changed and deleted by its person alone, though all see it", async () => {
    const [view] = await seen(colleague);
    const viewId = view?.id ?? "";
    expect(await faultOf(changeView(house, colleague, { viewId, name: "Mine" }))).toBe("not_found");
    expect(await faultOf(removeView(house, colleague, viewId))).toBe("not_found");
    const past = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.broker.organisationId}, true)`;
      await db.$executeRaw`select set_config('app.person', ${colleague.id}, true)`;
      return db.$executeRaw`update saved_view set name = 'Mine'`;
    });
    expect(await past).toBe(0);
    must(await changeView(house, house.broker, { viewId, name: "Red ones" }));
    expect(await namesOf(colleague)).toEqual(["Red ones"]);
  });

  it("has a name once for each person and list, whatever its case", async () => {
    expect(await faultOf(save({ name: "red ONES" }))).toBe("view_name_taken");
    must(await save({ name: "Red ones" }, colleague));
    const { id } = must(await save({ name: "Other" }));
    expect(await faultOf(changeView(house, house.broker, { viewId: id, name: "Red ones" }))).toBe("view_name_taken");
    must(await removeView(house, house.broker, id));
  });

  it("holds only what the list takes, and no identity number of a person", async () => {
    expect(await faultOf(save({ name: "A", query: { state: "lost" } }))).toBe("view_filter_unknown");
    expect(await faultOf(save({ name: "A", query: { cursor: v7() } }))).toBe("view_filter_unknown");
    expect(await faultOf(save({ name: "A", columns: ["salary"] }))).toBe("view_column_unknown");
    const number = "11010519491231002X";
    expect(await faultOf(save({ name: "A", query: { number } }))).toBe("view_names_person");
    expect(await faultOf(save({ name: `of ${number}` }))).toBe("view_names_person");
  });

  it("filters nothing, and says so, once the list no longer takes its filters", async () => {
    const { id } = must(await save({ name: "Old" }));
    await house.sql.query(`update saved_view set query = '{"state":"gone"}', columns = '{order,gone}' where id = $1`, [
      id,
    ]);
    const old = (await seen(house.broker)).find((each) => each.id === id);
    expect(old).toMatchObject({ isOutdated: true, query: {}, columns: ["order"] });
    must(await changeView(house, house.broker, { viewId: id, name: "Older" }));
    must(await changeView(house, house.broker, { viewId: id, query: RED.query }));
    expect((await seen(house.broker)).find((each) => each.id === id)?.isOutdated).toBe(false);
    must(await removeView(house, house.broker, id));
  });

  it("may be what a person begins with, and is so no longer when it is gone", async () => {
    const [view] = await seen(house.broker);
    const viewId = view?.id ?? "";
    must(await beginWithView(house, colleague, { viewId, isDefault: true }));
    const begun = async (actor: Actor) => (await seen(actor)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    expect([await begun(colleague), await begun(house.broker)]).toEqual([[viewId], []]);
    must(await removeView(house, house.broker, viewId));
    expect(await begun(colleague)).toEqual([]);
  });

  it("is of a person who sees the list: no key saves one, no officer one of orders", async () => {
    const key: Actor = { ...house.broker, kind: "api_key" };
    expect(await faultOf(save({}, key))).toBe("needs_person");
    expect(await faultOf(save({}, house.officer))).toBe("forbidden");
    expect(await faultOf(save({ list: "reviews", query: {}, columns: [] }, house.officer))).toBe("done");
  });

  it("is one of so many as a menu shows, and its keeping is in the audit without what it filters", async () => {
    for (let number = (await seen(house.broker)).filter(({ isOwn }) => isOwn).length; number < MOST_VIEWS; number += 1)
      must(await save({ name: `View ${number}` }));
    expect(await faultOf(save({ name: "One more" }))).toBe("views_full");
    const { rows } = await house.sql.query(
      "select distinct action, detail->>'list' as list from audit_entry where object_kind = 'saved_view' order by 1, 2",
    );
    expect(rows.map(({ action, list }) => `${action} ${list}`)).toEqual([
      "view_begun_with orders",
      "view_changed orders",
      "view_removed orders",
      "view_saved orders",
      "view_saved reviews",
    ]);
  });
});
