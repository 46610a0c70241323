import { useTranslations } from "next-intl";
import { TabLinks } from "@/ui/parts/tab-links";

const TABS = [
  { tab: "register", href: "/admin/aeo" },
  { tab: "benefits", href: "/admin/aeo/benefits" },
  { tab: "uses", href: "/admin/aeo/uses" },
  { tab: "applications", href: "/admin/aeo/applications" },
] as const;

/** The parts of the page of credit: who, what it is worth, where it was used, who asks for it. */
export function CreditTabs({ here }: { readonly here: (typeof TABS)[number]["tab"] }) {
  const t = useTranslations("credit");
  return (
    <TabLinks
      label={t("parts")}
      tabs={TABS.map(({ tab, href }) => ({ href, label: t(`tab.${tab}`), isHere: tab === here }))}
    />
  );
}
