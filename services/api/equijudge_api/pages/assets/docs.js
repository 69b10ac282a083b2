// Swagger UI over openapi.json. Requests go to where the page came from, behind whatever prefix that is.
"use strict";

const base = new URL(".", window.location.href);

fetch(new URL("openapi.json", base))
  .then((answer) => answer.json())
  .then((spec) => {
    window.ui = SwaggerUIBundle({
      spec: { ...spec, servers: [{ url: base.href.replace(/\/$/, "") }] },
      dom_id: "#swagger-ui",
      deepLinking: true,
      displayRequestDuration: true,
      validatorUrl: null, // it would be asked on another host
      presets: [SwaggerUIBundle.presets.apis],
    });
  });
