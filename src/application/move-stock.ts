import { EMPTY, enter, type LedgerRefusal, type Movement, type Standing } from "@/domain/account-book/ledger";
import { err, ok, type Result } from "@/domain/shared/result";
import type { BookEntryRecord, BookStore } from "./book-record";
import type { World } from "./ports";

/** A movement of goods of a lot, with what it is of. */
export interface StockMove extends Movement {
  readonly itemId: string;
  readonly lotId: string;
  readonly reference: string;
  readonly shipmentId?: string;
  readonly lineNumber?: number;
  readonly stockCountId?: string;
  readonly destructionId?: string;
}

interface Refused {
  readonly move: StockMove;
  readonly refusal: LedgerRefusal;
}

/**
 * Writes movements into the ledgers of their items, in their order: all of them or none. The items are held until the
 * transaction ends, and the database checks each entry once more.
 */
export async function moveStock(
  tx: { readonly books: Pick<BookStore, "lockItems" | "find" | "standings" | "lotStandings" | "addEntries"> },
  world: World,
  by: { readonly organisationId: string; readonly actorId: string },
  moves: readonly StockMove[],
): Promise<Result<readonly BookEntryRecord[], Refused>> {
  const itemIds = [...new Set(moves.map((move) => move.itemId))];
  if (itemIds.length === 0) return ok([]);
  await tx.books.lockItems(itemIds);
  const items = new Map((await tx.books.find({ codes: [], ids: itemIds })).map((item) => [item.id, item]));
  const standings = new Map((await tx.books.standings(itemIds)).map((each) => [each.itemId, each]));
  const lots = new Map<string, Standing>((await tx.books.lotStandings(itemIds)).map((each) => [each.lotId, each]));
  const entries: BookEntryRecord[] = [];
  for (const move of moves) {
    const item = items.get(move.itemId);
    if (!item) throw new Error("A movement is of an item of the organisation's own books");
    const standing = standings.get(item.id);
    const ofLot = enter(lots.get(move.lotId) ?? EMPTY, move, item);
    if (!ofLot.ok) return err({ move, refusal: ofLot.error });
    const entered = enter(standing ?? EMPTY, move, item);
    if (!entered.ok) return err({ move, refusal: entered.error });
    const { moved, balance, reserved } = entered.value;
    const sequence = (standing?.sequence ?? 0) + 1;
    standings.set(item.id, { itemId: item.id, sequence, balance, reserved });
    lots.set(move.lotId, ofLot.value);
    entries.push({
      organisationId: by.organisationId,
      id: world.newId(),
      itemId: item.id,
      lotId: move.lotId,
      sequence,
      kind: move.kind,
      moved,
      balance,
      reserved,
      reference: move.reference,
      shipmentId: move.shipmentId ?? null,
      lineNumber: move.lineNumber ?? null,
      stockCountId: move.stockCountId ?? null,
      destructionId: move.destructionId ?? null,
      createdBy: by.actorId,
      createdAt: world.now(),
    });
  }
  await tx.books.addEntries(entries);
  return ok(entries);
}
