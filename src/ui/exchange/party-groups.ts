/** What the forms ask of an organisation and its partners in every message, in the order in which it is asked. */
export const PARTY_GROUPS = {
  house: ["senderCode", "senderName", "channelId", "receiverCode", "agentCode", "agentName", "guarantorCode"],
  sellers: ["platformCode", "platformName", "merchantCode", "merchantName", "carrierCode", "carrierName"],
  zone: ["accountBook", "areaCode", "areaName"],
  transport: [
    ...(["consigneeCode", "transportMode", "packageKind", "departureCountry", "tradeCountry"] as const),
    ...(["supervisedPlace", "goodsLocation"] as const),
  ],
} as const;

type Group = keyof typeof PARTY_GROUPS;
export const PARTY_GROUP_NAMES = Object.keys(PARTY_GROUPS) as readonly Group[];
