import { SearchX } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/ui/parts/button";
import { Trouble } from "./trouble";

/** What a person sees at an address that leads nowhere, or to what they may not see. */
export async function NothingHere() {
  const t = await getTranslations("problems");
  return (
    <Trouble icon={SearchX} title={t("notFound")} words={t("notFoundRemedy")}>
      <Button asChild>
        <Link href="/">{t("home")}</Link>
      </Button>
    </Trouble>
  );
}
