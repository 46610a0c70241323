import { SearchX } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Trouble } from "@/ui/frame/trouble";
import { Button } from "@/ui/parts/button";

export default async function NotFound() {
  const t = await getTranslations("problems");
  return (
    <Trouble icon={SearchX} title={t("notFound")} words={t("notFoundRemedy")}>
      <Button asChild>
        <Link href="/">{t("home")}</Link>
      </Button>
    </Trouble>
  );
}
