import type { Actor } from "@/application/actor";
import { beginWithView, changeView, removeView, saveView } from "@/application/keep-views";
import { type House, must } from "./house";

/** A view that the first broker shares; its id. */
export async function savedViewOf(house: House): Promise<string> {
  const given = { list: "permits", name: "Ending", query: { list: "ending" }, columns: [], isShared: true } as const;
  return must(await saveView(house, house.broker, given)).id;
}

interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly viewId: () => string;
}

/** Every use case of saved views that takes an id, tried by a stranger. */
export function savedViewActs({ house, actor, viewId }: Tried) {
  return {
    changeView: () => changeView(house(), actor(), { viewId: viewId(), name: "Mine" }),
    removeView: () => removeView(house(), actor(), viewId()),
    beginWithView: () => beginWithView(house(), actor(), { viewId: viewId(), isDefault: true }),
  };
}

/** The query of saved views, and what it gives a stranger. */
export function savedViewQueries({ house, actor }: Pick<Tried, "house" | "actor">) {
  return {
    listSavedViews: [async () => must(await house().queries.listSavedViews(actor())), []],
  } as const;
}
