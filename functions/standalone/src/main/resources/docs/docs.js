'use strict';
window.SwaggerUIBundle({
  url: '/openapi.yml',
  domNode: document.getElementById('api'),
  deepLinking: true,
  validatorUrl: null,
});
