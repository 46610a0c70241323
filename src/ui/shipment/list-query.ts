import { createLoader, debounce, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { ShipmentListName } from "@/contracts/views/shipment";
import { SHIPMENT_SORTS } from "@/domain/clearance-time/shipment-order";

/** The parts of the list, as its tabs show them. */
export const LIST_NAMES = [
  "all",
  "draft",
  "review",
  "action",
  "released",
  "refused",
] as const satisfies readonly ShipmentListName[];

const SEARCH_SETTLE_MS = 250;

/** What of the list stands in the address; the server reads the same as the controls write. */
export const LIST_QUERY = {
  view: parseAsStringLiteral(LIST_NAMES).withDefault("all").withOptions({ shallow: false, history: "push" }),
  search: parseAsString.withDefault("").withOptions({ shallow: false, limitUrlUpdates: debounce(SEARCH_SETTLE_MS) }),
  sort: parseAsStringLiteral(SHIPMENT_SORTS).withDefault("newest").withOptions({ shallow: false, history: "push" }),
  cursor: parseAsString.withOptions({ shallow: false }),
};

export const loadListQuery = createLoader(LIST_QUERY);
