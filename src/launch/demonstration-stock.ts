import type { Actor } from "@/application/actor";
import { importItems, registerBook } from "@/application/keep-account-book";
import { importReceipts } from "@/application/receive-into-book";
import type { Failure } from "@/contracts/problem";
import { addDays } from "@/domain/shared/local-date";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";
import { demonstrationItems, demonstrationStock } from "./demonstration-goods";

const VALID_DAYS = 730;

/** Keeps an account book with stock for the broker, before anything is lodged: the goods of the samples bind by themselves. */
export async function keepStock(broker: Actor): Promise<void> {
  const ports = services();
  const today = ports.world.today();
  const { id } = must(
    await registerBook(ports, broker, {
      emsNo: "T2201W260001",
      type: "T",
      company: "Harbour Bonded Logistics Co., Ltd.",
      customsCode: "2201",
      validEnd: addDays(today, VALID_DAYS),
      allocation: "fifo",
    }),
  );
  must(await importItems(ports, broker, id, demonstrationItems()));
  must(await importReceipts(ports, broker, id, demonstrationStock(today)));
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}
