"""The only DynamoDB and S3."""
