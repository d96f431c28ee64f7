// Registers our webhooks at the shop through its REST API.

export interface ShopAccess {
  readonly url: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly webhookSecret: string;
}

/** Makes or wakes one webhook per topic that sends to `hooksUrl`. @throws when the shop refuses. */
export async function subscribeShop(shop: ShopAccess, hooksUrl: string): Promise<void> {
  const keys = Buffer.from(`${shop.consumerKey}:${shop.consumerSecret}`).toString('base64');
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${shop.url}/wp-json/wc/v3${path}`, {
      method,
      headers: { authorization: `Basic ${keys}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the shop refused ${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };
  const known = (await call('GET', '/webhooks?per_page=100')) as {
    readonly id: number;
    readonly topic: string;
  }[];
  for (const topic of ['order.created', 'order.updated']) {
    const webhook = {
      name: 'Tallybridge',
      status: 'active',
      topic,
      delivery_url: hooksUrl,
      secret: shop.webhookSecret,
    };
    const found = known.find((one) => one.topic === topic);
    if (found === undefined) await call('POST', '/webhooks', webhook);
    else await call('PUT', `/webhooks/${found.id}`, webhook);
  }
}
