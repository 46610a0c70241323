"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { ListName, ListQuery } from "@/contracts/lists";
import { viewAddress } from "@/contracts/view-address";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";

interface Given {
  readonly name: string;
  readonly isShared: boolean;
}

/** What a person does with views of a list; what is refused is said. */
export function useViewActs(list: ListName) {
  const t = useTranslations("lists");
  const router = useRouter();
  const done = (words: string) => {
    toast.success(words);
    router.refresh();
  };
  const failed = (error: unknown) => {
    toast.error(wordsOf(error));
    return null;
  };
  return {
    save: (given: Given, query: ListQuery, columns: readonly string[]) =>
      api<{ id: string }>("/saved-views", {
        method: "POST",
        json: { list, ...given, query, columns },
        headers: { "idempotency-key": newKey() },
      }).then(({ id }) => {
        done(t("saved"));
        router.push(viewAddress({ id, list, query: { ...query }, columns: [...columns] }));
        return id;
      }, failed),
    change: (id: string, json: Partial<Given> & { query?: ListQuery; columns?: readonly string[] }) =>
      api(`/saved-views/${id}`, { method: "PATCH", json }).then(() => {
        done(t("saved"));
        return id;
      }, failed),
    remove: (id: string, after: string) =>
      api(`/saved-views/${id}`, { method: "DELETE" }).then(() => {
        done(t("removed"));
        router.push(after);
        return id;
      }, failed),
    begin: (id: string, isDefault: boolean) =>
      api(`/saved-views/${id}/default`, { method: "PUT", json: { isDefault } }).then(() => {
        done(t("saved"));
        return id;
      }, failed),
  };
}
