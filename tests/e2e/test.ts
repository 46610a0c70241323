import { test as base } from "@playwright/test";

/**
 * A test that leaves nothing open. A page that stays open listens to the server and draws itself anew with whatever the
 * next tests do, so that each of them is slower than the one before.
 */
export const test = base.extend<{ readonly leftovers: undefined }>({
  leftovers: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
