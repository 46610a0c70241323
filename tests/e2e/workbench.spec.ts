import { expect, type Page } from "@playwright/test";
import { copyCases } from "../support/cases";
import { connectToProduct } from "./database";
import { as, ask } from "./steps";
import { test } from "./test";

const CASES = 20;
/** What the officer presses of one case after the other: the decision and its first reason; then Enter. */
const DECISIONS = ["g", "g", "d", "g", "h", "g", "b", "g", "r", "g"];

const panel = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });

test("an officer works twenty cases without the mouse", async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await as(browser, "officer");
  await page.goto("/compliance/reviews");
  const sql = await connectToProduct();
  // Not one that waits for its broker, for no officer is handed a case like it.
  const { rows: models } = await sql.query<{ shipment_id: string }>(
    `select r.shipment_id from review_case r join clearance c on c.id = r.clearance_id
     where r.state = 'open' and r.lane = 'yellow' and c.state = 'in_review'
       and not exists (select from review_case o where o.shipment_id = r.shipment_id and o.id <> r.id) limit 1`,
  );
  const copies = await copyCases(sql, models[0]?.shipment_id ?? "", CASES);
  // The copies come before everything else that waits.
  await sql.query("update review_case set due_at = now() - interval '1 hour' where id = any($1)", [copies]);
  // Nor does a case that another test left claimed: who has one at hand is led back to it first.
  await sql.query("update review_case set claimed_by = null, claimed_by_name = null, claimed_until = null");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Review", level: 1 })).toBeVisible();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog");
  for (const words of ["Release", "Request documents", "Order inspection", "Hold", "Refuse", "Skip the case"])
    await expect(sheet.getByText(words, { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await page.keyboard.press("g");
  const worked = new Set<string>();
  for (let number = 0; number < CASES; number++) {
    await page.waitForURL((url) => /reviews\/[0-9a-f-]{36}$/.test(url.pathname) && !worked.has(url.pathname));
    const here = new URL(page.url()).pathname;
    expect(copies, "the officer was handed another case").toContain(here.split("/").at(-1));
    await expect(page.locator("[data-reason]").first()).toBeVisible();
    await expect(panel(page).getByText("yours until")).toBeVisible();
    const key = DECISIONS[number % DECISIONS.length] ?? "g";
    await page.keyboard.press(key);
    await page.keyboard.press("1");
    await expect(page.locator("[data-reason][aria-pressed=true]")).toHaveCount(1);
    if (number === 0) {
      await page.keyboard.press("n");
      await page.keyboard.type("seen with the keys alone");
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("Enter");
    worked.add(here);
  }
  await page.waitForURL((url) => !worked.has(url.pathname));
  const { rows: decided } = await sql.query(
    "select outcome, count(*)::int as n from decision where case_id = any($1) group by outcome order by outcome",
    [copies],
  );
  expect(decided).toEqual([
    { outcome: "back_route", n: 2 },
    { outcome: "hold", n: 2 },
    { outcome: "pass", n: 12 },
    { outcome: "refuse", n: 2 },
    { outcome: "request_documents", n: 2 },
  ]);
  const { rows: noted } = await sql.query("select note from decision where case_id = any($1) and note is not null", [
    copies,
  ]);
  expect(noted).toEqual([{ note: "seen with the keys alone" }]);
  await sql.end();
});

test("many cases are chosen with x, looked over and released", async ({ browser }) => {
  const page = await as(browser, "secondOfficer");
  await page.goto("/compliance/reviews?state=decided");
  const { rows } = (await ask(page, "/api/v1/reviews?state=decided&limit=50")) as { rows: { shipmentId: string }[] };
  const sql = await connectToProduct();
  const { rows: models } = await sql.query(
    "select r.shipment_id from review_case r join clearance c on c.id = r.clearance_id where r.lane = 'yellow' and r.shipment_id = any($1) and c.stage = 'bonded_exit' and not exists (select from review_case o where o.shipment_id = r.shipment_id and o.id <> r.id) limit 1",
    [rows.map((row) => row.shipmentId)],
  );
  const copies = await copyCases(sql, models[0].shipment_id, 3);
  await sql.query(
    "update clearance set state = 'in_review', lane = 'yellow', released_at = null where id in (select clearance_id from review_case where id = any($1))",
    [copies],
  );
  await sql.query("update review_case set due_at = now() - interval '2 days', stake = 100 where id = any($1)", [
    copies,
  ]);
  await sql.query(
    "update review_case set claimed_by = null, claimed_by_name = null, claimed_until = null where id = any($1)",
    [copies],
  );
  await sql.query("update review_case set needs_two_officers = true where id = $1", [copies[2]]);
  // What others do draws the queue anew beneath the officer's hands, and so does the opening of the stream. That is held
  // back here until the first row is chosen: the row must keep the focus then, or j begins again at the top.
  let [held, answered] = [0, 0];
  let letGo: () => void = () => undefined;
  const letGone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/view=breaching&_rsc=/, async (route) => {
    held += 1;
    await letGone;
    await route.fulfill({ response: await route.fetch() });
    answered += 1;
  });
  const drawAnew = async () => {
    await expect.poll(() => held).toBeGreaterThan(0);
    letGo();
    await expect.poll(() => answered).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.waitForTimeout(500);
  };
  await page.goto("/compliance/reviews?view=breaching");
  const boxes = page.getByRole("row").getByRole("checkbox");
  for (let number = 0; number < 3; number++) {
    // The first key may come before the page listens.
    await expect(async () => {
      await page.keyboard.press(number === 0 ? "k" : "j");
      if (number === 0) for (let up = 0; up < 9; up++) await page.keyboard.press("k");
      await expect(page.locator("[data-case]:focus")).toHaveCount(1, { timeout: 500 });
    }).toPass();
    await page.keyboard.press("x");
    await expect(boxes.nth(number)).toBeChecked();
    if (number === 0) await drawAnew();
  }
  await expect(page.getByText("3 cases chosen")).toBeVisible();
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("2 cases go")).toBeVisible();
  await expect(dialog.getByText("needs two officers")).toBeVisible();
  await dialog.getByRole("checkbox").first().press("Space");
  await dialog.getByRole("button", { name: "Release 2" }).press("Enter");
  await expect(dialog.getByText("2 cases decided")).toBeVisible();
  const { rows: decided } = await sql.query("select count(*)::int as n from decision where case_id = any($1)", [
    copies,
  ]);
  expect(decided[0].n).toBe(2);
  await sql.end();
});
