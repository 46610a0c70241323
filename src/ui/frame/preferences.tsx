"use client";

import { Languages, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { chooseLanguage } from "./language";

/** Language and theme. */
export function Preferences({ locale }: { readonly locale: string }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  const look =
    "inline-flex min-h-8 min-w-8 items-center justify-center gap-1.5 rounded-md px-2 text-sm hover:bg-raised";
  return (
    <>
      <button
        type="button"
        onClick={() => {
          chooseLanguage(locale === "zh" ? "en" : "zh");
          router.refresh();
        }}
        className={look}
      >
        <Languages aria-hidden className="size-4" strokeWidth={1.75} />
        <span className="sr-only">{t("language")}</span>
        <span lang={locale === "zh" ? "en" : "zh-CN"}>{locale === "zh" ? "EN" : "中文"}</span>
      </button>
      <button
        type="button"
        onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
        className={look}
        aria-label={t("theme")}
      >
        <Moon aria-hidden className="size-4 dark:hidden" strokeWidth={1.75} />
        <Sun aria-hidden className="hidden size-4 dark:block" strokeWidth={1.75} />
      </button>
    </>
  );
}
