import { expect, it } from "vitest";
import { remembered } from "@/domain/shared/remembered";

it("computes once for each object, whatever the answer is", () => {
  let count = 0;
  const ask = remembered(({ value }: { value: number | undefined }) => {
    count += 1;
    return value;
  });
  const [one, none] = [{ value: 1 }, { value: undefined }];
  expect([ask(one), ask(one), ask(none), ask(none), ask({ value: 1 })]).toEqual([1, 1, undefined, undefined, 1]);
  expect(count).toBe(3);
});
