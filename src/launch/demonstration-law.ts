import type { Actor } from "@/application/actor";
import { checkLawBasket } from "@/application/check-law";
import { addLawChanges, openLawBasket } from "@/application/propose-law";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";

const CITATION = "An example of the demonstration and no act: rates of a year that is still ahead";

/** A basket that waits for its second admin: the duty on watches and a provisional rate on cheese, from next year on. */
export async function prepareBasket(admin: Actor): Promise<void> {
  const ports = services();
  const year = String(Number(ports.world.today().slice(0, 4)) + 1);
  const measure = (code: string, kind: string, adValorem: string) => ({
    code,
    geography: { area: "*" },
    kind,
    rate: { adValorem },
    threshold: null,
  });
  const { id } = must(
    await openLawBasket(ports, admin, { title: `Tariff adjustment ${year}`, effectiveOn: `${year}-01-01` }),
  );
  must(
    await addLawChanges(ports, admin, id, [
      {
        kind: "measure",
        replaces: "mfn:9102:*@2026-01-01",
        fact: measure("9102", "mfn", "0.06"),
        citation: CITATION,
      },
      {
        kind: "measure",
        replaces: null,
        fact: { ...measure("040690", "provisional", "0.07"), validTo: `${year}-12-31` },
        citation: CITATION,
      },
    ]),
  );
  must(await checkLawBasket(ports, admin, id));
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}
