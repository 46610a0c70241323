import { expect, type Page } from "@playwright/test";
import { connectToProduct } from "./database";
import { as, ask } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

interface Case {
  readonly caseId: string;
  readonly reference: string;
  readonly claimedBy: string | null;
  readonly standing: string;
}
interface Examined {
  readonly suggestions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: { readonly en: string };
  }[];
}

/** An open yellow case that nobody has, whose examination suggests a question. */
async function caseWithQuestion(page: Page): Promise<{ caseId: string; suggestion: string; text: string }> {
  const { rows } = (await ask(page, "/api/v1/reviews?limit=50")) as { rows: readonly Case[] };
  for (const { caseId } of rows.filter((row) => row.claimedBy === null && row.standing === "in_review")) {
    const { suggestions } = (await ask(page, `/api/v1/reviews/${caseId}/pre-examination`)) as Examined;
    const question = suggestions.find(({ kind }) => kind === "question");
    if (question) return { caseId, suggestion: question.id, text: question.text.en };
  }
  throw new Error("the demonstration has no open yellow case that suggests a question");
}

// Who decides a case is led to the next one, which is theirs then; a test before these may have ended there.
test.beforeEach(async () => {
  const sql = await connectToProduct();
  await sql.query("update review_case set claimed_by = null, claimed_by_name = null, claimed_until = null");
  await sql.end();
});

test("an officer opens a yellow case, sees its reasons with their facts, and accepts a question into the decision", async ({
  browser,
}) => {
  const page = await as(browser, "officer");
  await page.goto("/compliance/reviews");
  const { caseId, suggestion, text } = await caseWithQuestion(page);
  await page.goto(`/compliance/reviews/${caseId}`);
  const examination = page.getByTestId("pre-examination");
  await expect(examination.getByRole("heading", { name: "Reasons, by weight" })).toBeVisible();
  await expect(examination.getByRole("list", { name: "Facts" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Claim the case" }).click();
  await expect(page.getByRole("button", { name: "Decide", exact: true })).toBeVisible();
  const item = page.locator(`[data-suggestion="${suggestion}"]`);
  await item.getByRole("button", { name: "Accept", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What the broker is to send or explain")).toHaveValue(new RegExp(text.slice(0, 30)));
  await expect(item.getByText(/accepted by/)).toBeVisible();
  await page.getByRole("button", { name: "Give back" }).click();
});

test("the case can be read in both languages and themes, by everybody, on a telephone too", async ({ browser }) => {
  for (const [locale, colorScheme, width] of [
    ["en", "light", 1280],
    ["zh", "dark", 390],
  ] as const) {
    const page = await as(browser, "officer");
    await page.goto("/compliance/reviews");
    const { caseId } = await caseWithQuestion(page);
    await page.context().addCookies([{ name: "locale", value: locale, url: new URL(page.url()).origin }]);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/compliance/reviews/${caseId}`);
    await expect(page.getByTestId("pre-examination")).toBeVisible();
    await expect(page.getByTestId("remedies")).toBeVisible();
    expect(await violationsOf(page), `${locale}, ${colorScheme}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${locale} at ${width}`).toBeLessThanOrEqual(0);
    await page.context().close();
  }
});

test("a broker reads what would release a shipment, and never why an officer has it", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  const { rows } = (await ask(page, "/api/v1/shipments?limit=50")) as {
    rows: readonly { readonly id: string; readonly gates: readonly { readonly lane: string | null }[] }[];
  };
  const assessed = rows.find(({ gates }) => gates.some(({ lane }) => lane !== null));
  await page.goto(`/broker/shipments/${assessed?.id}?tab=risk`);
  const remedies = page.getByTestId("remedies").first();
  await expect(remedies.getByRole("heading", { name: "What would release it" })).toBeVisible();
  await expect(remedies.getByText("The lane without each cause")).toHaveCount(0);
});
