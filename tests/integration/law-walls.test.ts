import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLawBasket } from "@/application/check-law";
import { addLawChanges, openLawBasket } from "@/application/propose-law";
import { approveLawBasket } from "@/application/settle-law";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const WINE = "mfn:220421:*@2026-01-01";
const SOURCE = "Announcement of this test, art. 1";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

it("a basket is not gone around in the database", async () => {
  const { id } = must(await openLawBasket(house, house.admin, { title: "Adjustment", effectiveOn: "2027-01-01" }));
  must(
    await addLawChanges(house, house.admin, id, [{ kind: "measure", replaces: WINE, fact: null, citation: SOURCE }]),
  );
  const attempt = (sql: string) =>
    house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.authority}, true)`;
      return db.$executeRawUnsafe(sql);
    });
  for (const [sql, words] of [
    [`update law_basket set state = 'approved', approved_by = 'somebody' where id = '${id}'`, /does not become/],
    [`update law_basket set effective_on = '2026-01-01' where id = '${id}'`, /the day and the author/],
    [`update law_basket set opened_by = 'somebody' where id = '${id}'`, /the day and the author/],
    [`update law_change set citation = 'short' where basket_id = '${id}'`, /has_source/],
    [`delete from law_basket where id = '${id}'`, /permission denied/],
    [`update tariff_measure set valid_to = '2026-01-01'`, /permission denied/],
    [`delete from legal_parameter`, /permission denied/],
  ] as const)
    await expect(attempt(sql), sql).rejects.toThrow(words);
  must(await checkLawBasket({ ...house, goldenCases: [] }, house.admin, id));
  must(
    await approveLawBasket({ ...house, goldenCases: [] }, house.secondAdmin, id, {
      isApproved: false,
      reason: "Not adopted",
    }),
  );
  await expect(attempt(`delete from law_change where basket_id = '${id}'`)).rejects.toThrow(/settled/);
});
