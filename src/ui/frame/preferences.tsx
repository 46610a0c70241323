"use client";

import { Languages, MoonStar } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

const YEAR_S = 365 * 24 * 60 * 60;

/** Language and theme; what is being typed on the page stays. */
export function Preferences({ locale }: { readonly locale: string }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  const chooseLanguage = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
    document.cookie = `locale=${locale === "zh" ? "en" : "zh"}; path=/; max-age=${YEAR_S}; samesite=lax`;
    router.refresh();
  };
  const look =
    "inline-flex min-h-8 min-w-8 items-center justify-center gap-1.5 rounded-md px-2 text-[13px] hover:bg-raised";
  return (
    <>
      <button type="button" onClick={chooseLanguage} className={look}>
        <Languages aria-hidden className="size-4" />
        <span className="sr-only">{t("language")}</span>
        <span lang={locale === "zh" ? "en" : "zh-CN"}>{locale === "zh" ? "EN" : "中文"}</span>
      </button>
      <button
        type="button"
        onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
        className={look}
        aria-label={t("theme")}
      >
        <MoonStar aria-hidden className="size-4" />
      </button>
    </>
  );
}
