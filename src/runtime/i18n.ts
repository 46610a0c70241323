import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { CATALOGUES, TIME_ZONE } from "./catalogues";

/** The language of the request: the one that was chosen, else the one that the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const asked = (await headers()).get("accept-language") ?? "";
  const locale = chosen === "zh" || chosen === "en" ? chosen : asked.toLowerCase().startsWith("zh") ? "zh" : "en";
  return { locale, messages: CATALOGUES[locale], timeZone: TIME_ZONE };
});
