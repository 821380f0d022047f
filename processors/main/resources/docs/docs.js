// Shows the contract of this hub. Who is signed in on the page is signed in here too; programs use Authorize.
window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayOperationId: true,
  validatorUrl: null,
});
