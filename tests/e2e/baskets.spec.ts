import { type Browser, expect, type Page } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

const DAY = "2027-01-01";
const TITLE = "Duty on watches 2027";

/** Opens a basket as an admin, with one change of the rate of a heading. */
async function draft(page: Page, title: string, heading: string, rate: string): Promise<string> {
  await page.goto("/admin/law");
  await page.getByRole("button", { name: "New basket" }).first().click();
  const opening = page.getByRole("dialog");
  await opening.getByLabel("Basket", { exact: true }).fill(title);
  await opening.getByLabel("In force from").fill(DAY);
  await opening.getByRole("button", { name: "Open the basket" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Add a change" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Replaces", { exact: true }).first().fill(heading);
  await dialog.getByRole("radio", { name: new RegExp(`CN mfn ${heading} `) }).check();
  await dialog.getByLabel("Rate", { exact: true }).fill("minus five");
  await dialog.getByRole("textbox", { name: "Source" }).fill("Announcement 12 of 2026, table 1");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByLabel("Rate", { exact: true })).toHaveAccessibleDescription(/Write a rate/);
  await dialog.getByLabel("Rate", { exact: true }).fill(rate);
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog).toHaveCount(0);
  return page.url();
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByRole("button", { name: "Check again" })).toBeVisible();
}

async function looksRight(browser: Browser, path: string): Promise<void> {
  for (const [locale, colorScheme] of [
    ["en", "light"],
    ["zh", "dark"],
  ] as const) {
    const page = await as(browser, "admin");
    await page.context().addCookies([{ name: "locale", value: locale, url: new URL(path).origin }]);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violationsOf(page), `${locale}, ${colorScheme}`).toEqual([]);
    await page.context().close();
  }
}

test("a change of the law is drafted, checked and weighed by one admin, approved by another, and withdrawn before its day", async ({
  browser,
}) => {
  const first = await as(browser, "admin");
  const basket = await draft(first, TITLE, "9102", "20%");
  const change = first.getByRole("row", { name: /CN mfn 9102/ });
  await expect(change).toContainText("rate.adValorem: 0.08 → 0.20");
  await expect(change).toContainText("Announcement 12 of 2026, table 1");
  await check(first);
  await expect(first.getByText(/All \d+ cases come out as expected/)).toBeVisible();
  const impact = first.getByRole("region", { name: "Open shipments that change" });
  // The watches of the demonstration are with an officer: their duty is another one on the day.
  await expect(impact.getByRole("row").nth(1)).toContainText(/[\d,.]+ → [\d,.]+/);
  await expect(first.getByText("It waits for an admin who wrote no part of it.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await looksRight(browser, basket);

  const second = await as(browser, "secondAdmin");
  await second.goto("/admin/law");
  await second.getByRole("link", { name: TITLE }).click();
  await second.getByRole("button", { name: "Approve" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Approve it" }).click();
  await expect(second.getByText(`active from ${DAY}`, { exact: true })).toBeVisible();
  await expect(second.getByText(/opened by .+, approved by .+/)).toBeVisible();

  await first.reload();
  await expect(first.getByRole("button", { name: "Add a change" })).toHaveCount(0);
  await first.getByRole("button", { name: "Withdraw" }).click();
  const withdrawal = first.getByRole("dialog");
  await withdrawal.getByRole("button", { name: "Withdraw" }).click();
  await expect(withdrawal.getByLabel("Reason")).toHaveAccessibleDescription(/Fill this in/);
  await withdrawal.getByLabel("Reason").fill("The announcement was corrected");
  await withdrawal.getByRole("button", { name: "Withdraw" }).click();
  await expect(first.getByText(/^[^a-z]*withdrawn$/)).toBeVisible();
  await expect(first.getByText("The announcement was corrected")).toBeVisible();
});

test("a golden case that breaks is named, and needs a reason before anybody can approve", async ({ browser }) => {
  const page = await as(browser, "admin");
  const basket = await draft(page, "Duty on wine 2027", "220421", "20%");
  await check(page);
  await expect(page.getByText(/1 case fails/)).toBeVisible();
  const failing = page.getByRole("row", { name: /General trade of wine/ });
  await expect(failing).toContainText("14000.00 + 12666.67 + 16466.67 = 43133.34");
  const second = await as(browser, "secondAdmin");
  await second.goto(basket);
  await expect(second.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await failing.getByRole("button", { name: /It is meant/ }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("The rate is raised by the announcement");
  await page.getByRole("dialog").getByRole("button", { name: "Say so" }).click();
  await expect(failing).toContainText("The rate is raised by the announcement");
  await second.reload();
  await second.getByRole("button", { name: "Reject" }).click();
  await second.getByRole("dialog").getByLabel("Reason").fill("Not adopted by the council");
  await second.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await expect(second.getByText(/^[^a-z]*rejected$/)).toBeVisible();
});

test("changes of a file are taken all or none, and the row at fault is named", async ({ browser }) => {
  const page = await as(browser, "admin");
  await page.goto("/admin/law");
  await page.getByRole("button", { name: "New basket" }).first().click();
  const opening = page.getByRole("dialog");
  await opening.getByLabel("Basket", { exact: true }).fill("Rates of January 2027");
  await opening.getByLabel("In force from").fill(DAY);
  await opening.getByRole("button", { name: "Open the basket" }).click();
  await page.getByRole("button", { name: "Upload changes" }).click();
  const upload = (name: string, csv: string) =>
    page.getByLabel("CSV or JSON file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(csv) });
  const heading = "kind,currency,amount,per,valid_to,citation\n";
  const usd = "exchange_rate,USD,708.20,100,2027-01-31,Customs rates of January 2027\n";
  await upload("bad.csv", `${heading}${usd}tariff,EUR,1,1,,Customs rates of January 2027\n`);
  await expect(page.getByRole("dialog")).toContainText("Row 3: The kind is one of");
  await upload("good.csv", `${heading}${usd}exchange_rate,EUR,823.10,100,2027-01-31,Customs rates of January 2027\n`);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /USD → CNY/ })).toContainText("708.20");
  await expect(page.getByRole("heading", { name: "Changes (2)" })).toBeVisible();
});
